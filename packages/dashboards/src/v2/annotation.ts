import type { AnnotationQueryKind } from '@grafana/grafana-foundation-sdk/dashboardv2';
import type { Annotation } from '../annotations.ts';
import { dataQuery } from './query.ts';

/**
 * An annotation as its kind. How Prometheus titles and tags a mark has no place of its own in v2: it goes into
 * `legacyOptions`, which Grafana keeps for data sources that have not moved (grafana/grafana#105266).
 */
export function annotationKind({ json }: Annotation): AnnotationQueryKind {
  const { name, enable, hide = false, iconColor, datasource = {}, expr, step, titleFormat, tagKeys, useValueForTime } = json;
  return {
    kind: 'AnnotationQuery',
    spec: {
      name, enable, hide, iconColor, builtIn: false,
      query: dataQuery(datasource, { refId: 'Anno', expr, interval: step }),
      legacyOptions: { titleFormat, tagKeys, useValueForTime },
    },
  };
}
