/** Document 8, row by row; the numbers that apply are the environment's (`retention`). */
export const retentionTiers = [
  { data: 'Metrics', hot: '14 days', warm: '90 days', archive: '-', total: '90 days', hotStore: 'Prometheus', warmStore: 'Mimir' },
  { data: 'Logs', hot: '7 days', warm: '30 days', archive: '1 year', total: '1 year', hotStore: 'Loki', warmStore: 'Loki' },
  { data: 'Traces', hot: '7 days', warm: '-', archive: '-', total: '7 days', hotStore: 'Tempo', warmStore: '-' },
] as const;
