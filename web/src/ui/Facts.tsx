// Small parts that pages are made of: facts with their names, badges, sections.

import type { Enumeration } from '@scanner/client';
import type { ComponentChildren, JSX } from 'preact';
import { nameOf } from '../core/names';
import { say, type Text } from '../core/words';

/** What is known of something, as names and values; what is null or false is left out. */
export function Facts({
  rows,
}: {
  rows: readonly (readonly [Text, ComponentChildren])[];
}): JSX.Element {
  const nothing: readonly unknown[] = [null, undefined, false, ''];
  const known = rows.filter(([, value]) => !nothing.includes(value));
  return (
    <dl class="facts">
      {known.map(([name, value]) => (
        <div key={name.en}>
          <dt>{say(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How a badge is drawn; the word says what it is. */
export type Tone = 'plain' | 'good' | 'warning' | 'bad';

/** A value of an enumeration as a badge with its name. */
export function Badge(props: {
  enumeration: Enumeration;
  value: string;
  tone?: Tone;
}): JSX.Element {
  const { enumeration, value, tone = 'plain' } = props;
  return (
    <span class={`badge ${tone}`} data-value={value}>
      {nameOf(enumeration, value)}
    </span>
  );
}

/** A part of a page with its heading. */
export function Section(props: {
  readonly title: Text;
  readonly children: ComponentChildren;
  /** Buttons beside the heading. */
  readonly beside?: ComponentChildren;
}): JSX.Element {
  return (
    <section>
      <header class="heading">
        <h2>{say(props.title)}</h2>
        {props.beside}
      </header>
      {props.children}
    </section>
  );
}

/** The heading of a page; the focus goes there when the page is opened. */
export function Heading(props: {
  readonly title: Text | string;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { title } = props;
  return (
    <header class="heading">
      <h1 tabIndex={-1}>{typeof title === 'string' ? title : say(title)}</h1>
      {props.children}
    </header>
  );
}
