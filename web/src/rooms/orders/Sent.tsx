// What the lab was sent, and what was found in it then.

import { type FileFindingWords, findingOf, type Order } from '@scanner/client';
import type { JSX } from 'preact';
import { language, say, type Text } from '../../core/words';
import { byJaw, fileName } from './FilesChoice';
import { words } from './words';

/** The files of an order with their findings. */
export function Sent({ order }: { order: Pick<Order, 'files' | 'findings'> }): JSX.Element {
  return (
    <>
      <ul>
        {order.files.toSorted(byJaw).map((file) => (
          <li key={file.file_id} data-row={file.file_id}>
            {fileName(file)}
            {file.findings.length > 0 && (
              <ul>
                {file.findings.map((finding, index) => (
                  <li key={index}>
                    {findingOf(finding as unknown as FileFindingWords, language.value)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <OrderFindings findings={order.findings} />
    </>
  );
}

/** What the case check found in what was sent; for both sides. */
export function OrderFindings({ findings }: Pick<Order, 'findings'>): JSX.Element | null {
  if (findings.length === 0) return null;
  const said = (text: Text) => text[language.value];
  return (
    <>
      <h3>{say(words.findings)}</h3>
      <ul class="cards">
        {findings.map((found, index) => (
          <li key={index} data-finding={found.code}>
            <span class={found.severity === 'warning' ? 'badge warning' : 'badge'}>
              {say(found.severity === 'warning' ? words.warning : words.note)}
            </span>{' '}
            {found.signed_off && <small>{say(words.signedOff)}</small>}
            <p>{said(found.sentence)}</p>
            <p class="muted">{said(found.mend)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
