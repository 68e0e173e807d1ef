// A document that something was done to: a link where an admin has a page of it, its path where not.

import type { JSX } from 'preact';
import css from './audit.module.css';
import { pageOf } from './subjects';

/** Shows the path of a document. */
export function Subject({ path }: { path: string }): JSX.Element {
  const page = pageOf(path);
  return page ? (
    <a class={css.path} href={page}>
      {path}
    </a>
  ) : (
    <span class={css.path}>{path}</span>
  );
}
