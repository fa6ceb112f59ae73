'use client';

import { useId } from 'react';

type ChoiceGroupProps<Name extends string> = {
  label: string;
  value: Name;
  options: readonly { name: Name; label: string; hint?: string; isOff?: boolean }[];
  onChange: (name: Name) => void;
};

/** A choice of a few options, all visible. */
export function ChoiceGroup<Name extends string>({
  label,
  value,
  options,
  onChange,
}: ChoiceGroupProps<Name>) {
  const id = useId();
  return (
    <fieldset className="border-line border-t py-2.5">
      <legend className="float-left mb-1 w-full text-ink-3 text-xs">{label}</legend>
      <div className="clear-both grid grid-cols-2 gap-x-4 gap-y-0.5 max-[420px]:grid-cols-1">
        {options.map((option) => (
          <label
            key={option.name}
            className="flex min-h-7 cursor-pointer items-baseline gap-2 py-0.5 has-disabled:cursor-default has-disabled:text-ink-3"
          >
            <input
              type="radio"
              name={id}
              className="h-3.5 w-3.5 shrink-0 translate-y-0.5 accent-accent"
              checked={option.name === value}
              disabled={option.isOff ?? false}
              onChange={() => onChange(option.name)}
            />
            <span className="min-w-0">
              {option.label}
              {option.hint && <span className="block text-ink-3 text-xs">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
