// The receipt as files: links that came with it, until they expire.

import type { ReceiptGiven } from '@scanner/client';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { now } from '../../../core/clock';
import { say } from '../../../core/words';
import css from '../orders.module.css';
import { words } from './words';

/** So long before its end a link is not offered any more, in milliseconds. */
const EARLY = 10_000;

/** The two links; once they have ended, a button that asks anew. */
export function ReceiptLinks(props: {
  readonly given: ReceiptGiven;
  readonly again: () => void;
}): JSX.Element {
  const { pdf, html } = props.given;
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    setEnded(false);
    const left = Date.parse(pdf.expires_at) - EARLY - now().getTime();
    const timer = setTimeout(() => setEnded(true), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [pdf.expires_at]);
  if (ended) {
    return (
      <div class="actions" aria-live="polite">
        <span>{say(words.ended)}</span>
        <button type="button" class="secondary" onClick={props.again}>
          {say(words.anew)}
        </button>
      </div>
    );
  }
  return (
    <div class={css.ways}>
      <a href={pdf.url} rel="noreferrer" download data-link="pdf">
        {say(words.pdf)}
      </a>
      <a href={html.url} rel="noreferrer" download data-link="html">
        {say(words.html)}
      </a>
    </div>
  );
}
