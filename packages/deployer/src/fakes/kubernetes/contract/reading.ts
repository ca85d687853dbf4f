import { beforeAll, describe, expect, it } from '@jest/globals';
import { applyAs, call, metadataList, patchTypes } from '../../client.ts';
import { openWatch } from '../../watch-client.ts';
import { type JsonObject, isObject, objectAt } from '../object.ts';
import { configMap } from './samples.ts';
import { type Use, freshNamespace, metadataOf, refusal } from './subject.ts';

const namespace = 'contract-reading';
const maps = `/api/v1/namespaces/${namespace}/configmaps`;
const namesIn = (body: JsonObject): readonly unknown[] => (Array.isArray(body['items']) ? body['items'].map((item) => objectAt(item, 'metadata')['name']) : []);

/** Lists and watches. The objects are those of a label, for real servers put one of their own into every namespace. */
export function readingContract(use: Use): void {
  describe('reading', () => {
    beforeAll(async () => {
      await freshNamespace(use(), namespace);
      for (const name of ['c', 'a', 'b', 'd', 'e']) await applyAs(use().admin, 'us', `${maps}/${name}`, configMap(name, { a: 'secret' }, { labels: { set: 'ours', odd: String(name > 'b') } }));
    });

    it('lists metadata only, page by page, in the order of names, without the content', async () => {
      const { admin } = use();
      const pages: JsonObject[] = [];
      for (let token: unknown = ''; typeof token === 'string'; token = objectAt(pages.at(-1), 'metadata')['continue']) {
        pages.push((await call(admin, 'GET', `${maps}?labelSelector=set%3Dours&limit=2&continue=${encodeURIComponent(token)}`, { accept: metadataList })).body);
      }
      expect(pages.map((page) => namesIn(page))).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
      expect(new Set(pages.map((page) => objectAt(page, 'metadata')['resourceVersion'])).size).toBe(1);
      expect(pages[0]).toMatchObject({ kind: 'PartialObjectMetadataList', apiVersion: 'meta.k8s.io/v1', items: [{ kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata: { managedFields: [{ manager: 'us', operation: 'Apply' }] } }, {}] });
      expect(JSON.stringify(pages)).not.toContain('secret');
    });

    it('lists built-in objects without kind and version', async () => {
      const { body } = await call(use().admin, 'GET', `${maps}?labelSelector=set`);
      expect(body).toMatchObject({ kind: 'ConfigMapList', apiVersion: 'v1' });
      expect(Array.isArray(body['items']) && body['items'].filter(isObject).every((item) => item['kind'] === undefined && item['apiVersion'] === undefined)).toBe(true);
    });

    it.each([
      ['set=ours,odd=false', '', ['a', 'b']],
      ['set,odd!=false', '', ['c', 'd', 'e']],
      ['set in (ours,theirs),odd notin (true)', '', ['a', 'b']],
      ['!set', 'metadata.name=a', []],
      ['', 'metadata.name=c', ['c']],
    ])('selects labels %j and fields %j', async (labels, fields, names) => {
      const { body } = await call(use().admin, 'GET', `${maps}?labelSelector=${encodeURIComponent(labels)}&fieldSelector=${encodeURIComponent(fields)}`);
      expect(namesIn(body)).toEqual(names);
    });

    it('refuses selectors on other fields, and tokens that it did not give', async () => {
      expect(refusal(await call(use().admin, 'GET', `${maps}?fieldSelector=data.a%3Db`))).toMatchObject({ status: 400, message: '"data.a" is not a known field selector: only "metadata.name", "metadata.namespace"' });
      expect(refusal(await call(use().admin, 'GET', `${maps}?continue=abc`))).toMatchObject({ status: 400, message: expect.stringMatching(/^invalid continue token/) });
    });

    it.each([
      ['/api/v1/nothings', 'application/json', { reason: 'NotFound', message: 'the server could not find the requested resource' }],
      ['/apis/nobody.test/v1/things', 'text/plain; charset=utf-8', { text: '404 page not found\n' }],
      [`${maps}/absent`, 'application/json', { reason: 'NotFound', message: 'configmaps "absent" not found' }],
    ])('says of %s that it is not there', async (path, type, body) => {
      const reply = await call(use().admin, 'GET', path);
      expect(reply).toMatchObject({ status: 404, headers: { 'content-type': type }, body });
    });

    it('watches from a version on: what is new, changed, gone, and what no longer matches', async () => {
      const { admin } = use();
      const before = metadataOf(await call(admin, 'GET', maps))['resourceVersion'];
      await applyAs(admin, 'us', `${maps}/w`, configMap('w', { a: '1' }, { labels: { watched: 'yes' } }));
      const watch = await openWatch(admin, `${maps}?watch=true&labelSelector=watched%3Dyes&resourceVersion=${String(before)}`);
      try {
        await applyAs(admin, 'us', `${maps}/w`, configMap('w', { a: '2' }, { labels: { watched: 'yes' } }));
        await call(admin, 'PATCH', `${maps}/w?fieldManager=x`, { body: { metadata: { labels: { watched: 'no' } } }, contentType: patchTypes.merge });
        const events = await watch.take(3);
        expect(events.map(({ type, object }) => [type, objectAt(object, 'metadata')['name'], object['kind']])).toEqual([['ADDED', 'w', 'ConfigMap'], ['MODIFIED', 'w', 'ConfigMap'], ['DELETED', 'w', 'ConfigMap']]);
      } finally {
        watch.close();
      }
    });

    it('ends a watch after its time', async () => {
      const watch = await openWatch(use().admin, `${maps}?watch=true&timeoutSeconds=1&labelSelector=nothing&resourceVersion=${String(metadataOf(await call(use().admin, 'GET', maps))['resourceVersion'])}`);
      expect(await watch.take(1)).toEqual([]);
    });

    it('begins a watch without a version with all that is there', async () => {
      const watch = await openWatch(use().admin, `${maps}?watch=true&labelSelector=odd%3Dfalse`);
      const events = await watch.take(2);
      watch.close();
      expect(events.map(({ type, object }) => [type, objectAt(object, 'metadata')['name']]).sort()).toEqual([['ADDED', 'a'], ['ADDED', 'b']]);
    });
  });
}
