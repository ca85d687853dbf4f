import { folders, teams } from '@bud-o11y/model';
import { dashboardCheck } from '../panel-check.ts';
import { stringsOf, textOf } from '../json-view.ts';

const methods: readonly string[] = ['red', 'use', 'slo', 'audit'];
/** Grafana's own limit for UIDs. */
const longestUid = 40;
const uidForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** UID, tags, folder and description say what a dashboard is, whose it is and which question it answers. */
export const dashboardIdentity = dashboardCheck({
  id: 'dashboard-identity',
  severity: 'error',
  why: 'a dashboard that nobody owns and that answers no question is the first of many like it',
  *run({ uid, json, artifact: { folder } }) {
    const tags = stringsOf(json['tags']);
    const wanted: readonly (readonly [string, readonly string[]])[] = [['bud', ['bud']], ['generated', ['generated']], ['its team', Object.keys(teams)], ['its method', methods]];
    for (const [name, oneOf] of wanted) {
      if (!tags.some((tag) => oneOf.includes(tag))) yield { at: 'tags', what: `has no tag for ${name}: ${tags.join(', ') || 'no tags at all'}`, fix: `add the tag ${oneOf.join(' or ')}` };
    }
    if (!uidForm.test(uid) || uid.length > longestUid) yield { at: 'uid', what: `has the UID ${JSON.stringify(uid)}`, fix: `use lower case words joined by -, at most ${longestUid} characters` };
    if (!Object.values(folders).some((known) => known.uid === folder)) yield { at: 'folder', what: `is in the folder ${JSON.stringify(folder)}, which nothing declares`, fix: 'use a folder of packages/model/src/names/dashboards.ts' };
    if (!textOf(json['description']).includes('?')) yield { at: 'description', what: 'does not say which question it answers', fix: 'begin the description with the question' };
  },
});
