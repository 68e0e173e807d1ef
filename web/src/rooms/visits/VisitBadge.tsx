// The state of a visit as a badge.

import type { JSX } from 'preact';
import { Badge, type Tone } from '../../ui/Facts';

const TONES: Readonly<Record<string, Tone>> = {
  accepted: 'good',
  completed: 'good',
  uploaded: 'warning',
  interrupted: 'warning',
  declined: 'warning',
  no_show: 'bad',
  cancelled: 'bad',
};

/** Draws it. */
export function VisitBadge({ state }: { state: string }): JSX.Element {
  return <Badge enumeration="VisitState" value={state} tone={TONES[state] ?? 'plain'} />;
}
