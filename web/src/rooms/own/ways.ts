// The ways in which a group of notices comes besides the inbox, as a person chooses between them.

import type { Values } from '../../ui/form/values';

/** The channels of each way; as usual, the group is left out, and Scanner's own choice stands. */
export const WAYS = {
  usual: undefined,
  both: ['email', 'push'],
  email: ['email'],
  push: ['push'],
  none: [],
} as const;

/** A way. */
export type Way = keyof typeof WAYS;

/** The way that stands in a form; channels of a newer release are shown as usual. */
export function wayOf(channels: Values[string]): Way {
  const chosen = JSON.stringify(channels && [...(channels as readonly string[])].sort());
  const ways = Object.keys(WAYS) as Way[];
  return ways.find((way) => JSON.stringify(WAYS[way]) === chosen) ?? 'usual';
}

/** The channels of all groups with another way for one; those of other groups stay as they were. */
export function withWay(channels: Values, group: string, way: Way): Values {
  const { [group]: _, ...others } = channels;
  const chosen = WAYS[way];
  return chosen === undefined ? others : { ...others, [group]: chosen };
}
