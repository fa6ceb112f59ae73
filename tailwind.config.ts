import type { Config } from 'tailwindcss';

const token = (name: string) => `var(--${name})`;
const color = (name: string) => token(`color-${name}`);

/** A colour and its shades: `family('ink', '2', '3')` gives text-ink, text-ink-2, text-ink-3. */
function family(name: string, ...shades: string[]): Record<string, string> {
  return {
    DEFAULT: color(name),
    ...Object.fromEntries(shades.map((shade) => [shade, color(`${name}-${shade}`)])),
  };
}

/** The shades of a name that is no colour by itself. */
function shadesOf(name: string, ...shades: string[]): Record<string, string> {
  return Object.fromEntries(shades.map((shade) => [shade, color(`${name}-${shade}`)]));
}

const size = (name: string): [string, { lineHeight: string }] => [
  token(`text-${name}`),
  { lineHeight: token(`text-${name}--line-height`) },
];

/** The tokens of app/tokens.css as the only colours, sizes, radii and shadows that classes can name. */
const config: Config = {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      canvas: color('canvas'),
      surface: color('surface'),
      raised: color('raised'),
      sunken: color('sunken'),
      hover: color('hover'),
      scrim: color('scrim'),
      line: family('line', 'strong'),
      field: color('field'),
      ink: family('ink', '2', '3'),
      accent: family('accent', 'hover', 'ink', 'wash', 'line'),
      focus: color('focus'),
      danger: family('danger', 'wash', 'line'),
      warn: family('warn', 'wash', 'line'),
      ok: color('ok'),
      negate: family('negate', 'wash'),
      map: shadesOf(
        'map',
        'free',
        'grid',
        'outline',
        'reserved',
        'primary',
        'secondary',
        'prefix',
        'idle',
        'glyph',
        'glyph-inv',
      ),
      use: shadesOf('use', '1', '1-ink', '2', '2-ink', '3', '3-ink', '4', '4-ink', '5', '5-ink'),
      status: shadesOf('status', 'inuse', 'available', 'moving', 'unknown'),
    },
    fontFamily: { sans: token('font-sans'), mono: token('font-mono') },
    fontSize: {
      '2xs': size('2xs'),
      xs: size('xs'),
      sm: size('sm'),
      base: size('base'),
      lg: size('lg'),
      xl: size('xl'),
      mono: size('mono'),
    },
    fontWeight: {
      normal: token('font-weight-normal'),
      medium: token('font-weight-medium'),
      semibold: token('font-weight-semibold'),
    },
    borderRadius: {
      none: '0',
      xs: token('radius-xs'),
      sm: token('radius-sm'),
      md: token('radius-md'),
      lg: token('radius-lg'),
      full: '9999px',
    },
    boxShadow: {
      none: 'none',
      edge: token('shadow-edge'),
      pop: token('shadow-pop'),
      dialog: token('shadow-dialog'),
    },
    extend: {
      spacing: {
        bar: token('spacing-bar'),
        filter: token('spacing-filter'),
        status: token('spacing-status'),
        row: token('spacing-row'),
        'row-relaxed': token('spacing-row-relaxed'),
        control: token('spacing-control'),
        chip: token('spacing-chip'),
        rail: token('spacing-rail'),
        drawer: token('spacing-drawer'),
      },
      transitionDuration: { quick: token('duration-quick'), move: token('duration-move') },
      transitionTimingFunction: { out: token('ease-out') },
    },
  },
};

export default config;
