// What a page of the console is: declared by the rooms, and everything else derived from it.

import type { Role } from '@scanner/client';
import type { ComponentType } from 'preact';
import type { Text } from './words';

/** What a page gets: the parts of its path, such as `{case_id}`. */
export interface PageProps {
  readonly params: Readonly<Record<string, string>>;
}

/** One page. */
export interface Page {
  /** Its path; `:case_id` stands for an id. Ids alone: no path holds anything personal. */
  readonly path: string;
  /** The roles that have it. */
  readonly roles: readonly Role[];
  /** What the tab of the browser and the navigation say. */
  readonly title: Text;
  /** Its place in the navigation; pages without one are reached from others. */
  readonly nav?: NavPlace;
  /** Loads its component; a chunk of its own. */
  readonly load: () => Promise<{ default: ComponentType<PageProps> }>;
}

/** The parts of the navigation, in their order. */
export type NavPart = 'work' | 'people' | 'money' | 'privacy' | 'system' | 'own';

/** Where a page stands in the navigation. */
export interface NavPlace {
  readonly part: NavPart;
  /** From small to large within the part. */
  readonly order: number;
}
