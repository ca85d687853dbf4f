import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { zipEntry } from './zip.ts';

/** An archive of the given entries, as small as the format lets it be. */
function archive(entries: readonly { readonly name: string; readonly content: string; readonly packed: boolean }[], comment = ''): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  for (const { name, content, packed } of entries) {
    const bytes = packed ? deflateRawSync(content) : Buffer.from(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(packed ? 8 : 0, 10);
    entry.writeUInt32LE(bytes.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(Buffer.concat(files).length, 42);
    files.push(local, Buffer.from(name), bytes);
    directory.push(entry, Buffer.from(name));
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(files).length, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...files, ...directory, end, Buffer.from(comment)]);
}

describe('zipEntry', () => {
  const zip = archive([{ name: 'a/first', content: 'plain', packed: false }, { name: 'a/second', content: 'packed '.repeat(100), packed: true }], 'a comment');

  it.each([
    ['a/first', 'plain'],
    ['a/second', 'packed '.repeat(100)],
    ['a/third', undefined],
  ])('of %s', (name, content) => {
    expect(zipEntry(zip, name)?.toString()).toBe(content);
  });

  it('of what is no archive is nothing', () => {
    expect(zipEntry(Buffer.from('no archive'), 'a')).toBeUndefined();
  });
});
