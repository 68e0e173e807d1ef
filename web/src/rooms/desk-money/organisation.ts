// The clinic or lab that a wallet is of, by its id alone.

import { signal } from '@preact/signals';
import type { Clinic, Lab } from '@scanner/client';
import { getDoc } from 'firebase/firestore';
import { useEffect } from 'preact/hooks';
import { noteReads } from '../../core/reads';
import { scanner } from '../../core/scanner';
import { useDocument, type Watched } from '../../core/watch';

/** Whose wallet it is. */
export interface Organisation {
  readonly kind: 'clinic' | 'lab';
  readonly document: Watched<Clinic | Lab>;
}

/** The clinic of an id, or the lab where there is no such clinic. */
export function useOrganisation(org: string): Organisation {
  const clinic = useDocument(() => scanner().documents.clinic(org), [org]);
  const isLab = clinic.data === null;
  const lab = useDocument(() => (isLab ? scanner().documents.lab(org) : null), [org, isLab]);
  return isLab ? { kind: 'lab', document: lab } : { kind: 'clinic', document: clinic };
}

const names = signal<ReadonlyMap<string, string | null>>(new Map());
const asked = new Set<string>();

/** The name of a lab, read once: undefined until then, null where there is none. */
export function useLabName(id: string): string | null | undefined {
  useEffect(() => {
    if (!asked.has(id)) void read(id);
  }, [id]);
  return names.value.get(id);
}

async function read(id: string): Promise<void> {
  asked.add(id);
  try {
    const lab = (await getDoc(scanner().documents.lab(id))).data();
    noteReads(1);
    names.value = new Map(names.value).set(id, lab?.name ?? null);
  } catch {
    asked.delete(id);
  }
}
