// What the name of a file says of its kind, and the name that Scanner keeps.

import { FIELDS, type UploadKind } from '@scanner/client';

const KINDS: readonly (readonly [UploadKind, RegExp])[] = [
  ['stl', /\.stl$/i],
  ['case', /\.zip$/i],
  ['image', /\.(jpe?g|png|webp|hei[cf]|avif|tiff?|bmp)$/i],
];

/** What `accept` of a file button says. */
export const ACCEPT = '.stl,.zip,image/*,.heic,.heif';

/** The kind of a file; null where Scanner takes no such file. The gate judges by the bytes. */
export function kindOf(file: { readonly name: string; readonly type: string }): UploadKind | null {
  const named = KINDS.find(([, ending]) => ending.test(file.name))?.[0];
  return named ?? (file.type.startsWith('image/') ? 'image' : null);
}

const MOST = FIELDS['scans/start_upload'].file_name.most ?? 120;
const FORM = new RegExp(FIELDS['scans/start_upload'].file_name.pattern ?? '', 'u');

/** What is not seen, but the joiners of Hindi's letters; and what separates folders. */
const UNSEEN = /[^\P{C}\u{200c}\u{200d}]|[/\\]/gu;

/** The name to keep: as long as Scanner takes it, its ending kept; a plain one where it takes none. */
export function storedName(name: string): string {
  const plain = name.normalize('NFC').replaceAll(UNSEEN, '');
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 ? plain.slice(dot).slice(0, 10) : '';
  const cut = plain.length > MOST ? plain.slice(0, MOST - ending.length) + ending : plain;
  return FORM.test(cut) ? cut : `file${FORM.test(ending) ? ending : ''}`;
}
