// A part of a page that is read only once somebody opens it: it costs, or goes on record.

import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say, type Text } from '../core/words';

/** Shows its title; what is behind it is drawn when it is opened for the first time. */
export function Later(props: {
  readonly title: Text;
  readonly children: ComponentChildren;
  /** For the page and its tests to find it by. */
  readonly of?: string;
}): JSX.Element {
  const [opened, setOpened] = useState(false);
  return (
    <details
      data-later={props.of}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary>{say(props.title)}</summary>
      {opened && props.children}
    </details>
  );
}
