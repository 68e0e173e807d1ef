// The figures for admins: of support, of one lab, and of a clinic's or an operator's scans.

import type { Query } from 'firebase/firestore';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { scanner } from '../../core/scanner';
import { useList } from '../../core/watch';
import { say, type Text } from '../../core/words';
import { Heading, Section } from '../../ui/Facts';
import { ListSelect } from '../../ui/form/ListSelect';
import { Later } from '../../ui/Later';
import { Empty } from '../../ui/List';
import css from '../audit/audit.module.css';
import { DayRange } from './DayRange';
import { type Days, lately } from './days';
import { LabFigures } from './LabFigures';
import { ScanFigures } from './ScanFigures';
import { SupportFigures } from './SupportFigures';
import { words } from './words';

/** The page. */
export default function Desk(): JSX.Element {
  const [days, setDays] = useState(lately);
  return (
    <>
      <Heading title={words.figures} />
      <DayRange days={days} onDays={setDays} />
      <Section title={words.support}>
        <SupportFigures days={days} />
      </Section>
      <Later title={words.labs} of="labs">
        <Of
          days={days}
          label={words.lab}
          list={() => scanner().lists.adminLabs()}
          figures={LabFigures}
        />
      </Later>
      <Later title={words.clinics} of="clinics">
        <Of
          days={days}
          label={words.clinic}
          list={() => scanner().lists.adminClinics()}
          figures={ScanFigures}
        />
      </Later>
      <Later title={words.operators} of="operators">
        <Of
          days={days}
          label={words.operator}
          list={() => scanner().lists.adminUsersByRole({ role: 'operator' })}
          figures={ScanFigures}
        />
      </Later>
    </>
  );
}

/** Figures of one that is chosen by name. */
function Of<T extends { readonly name: string }>(props: {
  days: Days;
  label: Text;
  list: () => Query<T>;
  figures: (given: { days: Days; of: string }) => JSX.Element;
}) {
  const { days, label, figures: Figures } = props;
  const id = useId();
  const [chosen, setChosen] = useState('');
  const list = useList(props.list, []);
  return (
    <>
      <div class={`field ${css.narrow}`}>
        <label for={id}>{say(label)}</label>
        <ListSelect
          id={id}
          path="of"
          value={chosen}
          onChange={(value) => setChosen(String(value))}
          list={list}
          text={({ name }) => name}
        />
      </div>
      {chosen ? <Figures days={days} of={chosen} /> : <Empty text={words.chooseOne} />}
    </>
  );
}
