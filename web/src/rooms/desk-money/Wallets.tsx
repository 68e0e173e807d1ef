// The wallets of clinics and of labs, to find one by its name.

import type { Query } from 'firebase/firestore';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { useList } from '../../core/watch';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { ListTable } from '../../ui/List';
import css from '../wallet/wallet.module.css';
import { titles } from './titles';
import { words } from './words';

type Kind = 'clinic' | 'lab';

/** The page. */
export default function Wallets(): JSX.Element {
  const id = useId();
  const [kind, setKind] = useState<Kind>('clinic');
  return (
    <>
      <Heading title={titles.wallets} />
      <p>{say(words.walletsAbout)}</p>
      <div class={css.narrow}>
        <label for={id}>{say(words.of)}</label>
        <select
          id={id}
          data-choice="kind"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as Kind)}
        >
          {(['clinic', 'lab'] as const).map((each) => (
            <option key={each} value={each}>
              {nameOf('Role', each)}
            </option>
          ))}
        </select>
      </div>
      {kind === 'clinic' ? (
        <Named key="clinic" list={() => scanner().lists.adminClinics()} />
      ) : (
        <Named key="lab" list={() => scanner().lists.adminLabs()} />
      )}
    </>
  );
}

function Named<T extends { name: string; city: string }>({ list }: { list: () => Query<T> }) {
  return (
    <ListTable
      caption={titles.wallets}
      list={useList(list, [])}
      empty={words.noOrganisations}
      columns={[
        {
          label: words.name,
          cell: (row) => (
            <a href={`/wallets/${row.id}`} data-go="wallet">
              {row.name}
            </a>
          ),
        },
        { label: words.city, cell: ({ city }) => city },
      ]}
    />
  );
}
