/** The themes to choose from; without a choice the system's theme applies. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = 'eni_atlas_theme';

/** The theme that a cookie names, null for the system's. */
export function readTheme(text: string | undefined): Theme | null {
  return THEMES.find((theme) => theme === text) ?? null;
}
