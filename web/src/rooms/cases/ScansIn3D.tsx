// The scans of a case in 3D: both jaws in one frame, with the holes that were found.

import { callableOf, type FileForClinic } from '@scanner/client';
import type { JSX } from 'preact';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import type { Row } from '../../core/watch';
import { directionsOf, marksOf, Viewer } from '../../viewer/Viewer';
import type { OfCase } from './CasePage';

interface ScansProps {
  readonly of: OfCase;
  readonly files: readonly Row<FileForClinic>[];
}

/** A button that opens them; nothing where no file is a scan. */
export function ScansIn3D({ of, files }: ScansProps): JSX.Element | null {
  const scans = files.filter(({ kind }) => kind === 'stl');
  const [first] = scans;
  if (first === undefined) return null;
  const linkOf = async (id: string) => {
    const ask = callableOf(scanner(), 'scans/get_file_links');
    const { links } = await ask({ case_id: of.case_id, file_ids: [id] });
    return links[0];
  };
  return (
    <Viewer
      surfaces={scans.map(({ id, jaw, features }) => ({
        id,
        jaw,
        name: nameOf('Jaw', jaw),
        directions: directionsOf(features),
        open: async () => (await linkOf(id))?.url ?? '',
      }))}
      marks={scans.flatMap(({ id, features }) => marksOf(id, features))}
      picture={async () => (await linkOf(first.id))?.preview_url ?? null}
    />
  );
}
