/** Colours by meaning; nothing else in this package names a colour. Grafana adapts the named ones to the theme. */
export const colours = {
  good: 'green',
  warning: 'orange',
  critical: 'red',
  neutral: 'text',
  idle: 'blue',
  unknown: '#8e8e8e',
  input: 'blue',
  output: 'purple',
  past: '#8e8e8e',
} as const;

/** A colour by what it means. */
export type Colour = keyof typeof colours;

/** Fixed colours of log levels, the same in every chart. */
export const levelColours: Readonly<Record<string, Colour>> = {
  critical: 'output', error: 'critical', warning: 'warning', info: 'idle', debug: 'unknown', unknown: 'unknown',
};
