/** What `nx g @bud-o11y/tools:dashboard` writes where a person must: a dashboard that still says it is not written yet. */
export const dashboardPlaceholders = {
  /** Titles of panels and rows begin with it. */
  title: 'Untitled',
  dashboard: 'Which question does this dashboard answer? Say so here, and how to read it.',
  number: 'What the number means, and which value is a reason to worry.',
  chart: 'What the curve shows, and what a bend in it means.',
} as const;
