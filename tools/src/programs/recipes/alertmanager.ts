import type { Recipe } from '../recipe.ts';

/** Built without the web interface, which its module does not carry: the API is all that a test asks. */
export const alertmanager: Recipe = {
  name: 'alertmanager',
  sources: [{
    from: 'go',
    version: '0.34.2',
    moduleVersion: 'v0.34.2',
    package: 'github.com/prometheus/alertmanager/cmd/alertmanager',
    versionVariable: 'github.com/prometheus/common/version.Version',
    lacks: ['github.com/prometheus/alertmanager/ui/app/dist/index.html'],
  }],
  byDefault: true,
  purpose: 'routes and delivers the alerts of the live test',
};
