'use client';

import { useTranslations } from 'next-intl';
import { Button as AriaButton } from 'react-aria-components/Button';
import { buttonClass } from '@/components/ui/button';
import { Icon, type IconName } from '@/components/ui/icon';

type ViewActionsProps = {
  name: string;
  isDefault: boolean;
  onDefault: () => void;
  onRename: () => void;
  onDelete: () => void;
};

/** The actions on one saved view. Visible on hover and focus, on touch screens always. */
export function ViewActions({ name, isDefault, onDefault, onRename, onDelete }: ViewActionsProps) {
  const t = useTranslations('savedViews');
  const actions: { icon: IconName; label: string; onPress: () => void }[] = [
    { icon: 'home', label: t(isDefault ? 'notDefault' : 'makeDefault', { name }), onPress: onDefault },
    { icon: 'pencil', label: t('rename', { name }), onPress: onRename },
    { icon: 'trash', label: t('delete', { name }), onPress: onDelete },
  ];
  return (
    <>
      {isDefault && <span className="text-ink-3 text-xs">{t('default')}</span>}
      <span className="flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 group-data-focused:opacity-100 [@media(hover:none)]:opacity-100">
        {actions.map(({ icon, label, onPress }) => (
          <AriaButton
            key={icon}
            aria-label={label}
            onPress={onPress}
            className={buttonClass({ look: 'quiet', size: 'small-icon' })}
          >
            <span title={label} className="flex">
              <Icon name={icon} size={14} />
            </span>
          </AriaButton>
        ))}
      </span>
    </>
  );
}
