// The form of a service: what its kind of work can be priced by and whether it has a shade decide it.

import { FIELDS, type ServiceForLab, WORKS, type WorkType } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Row } from '../../core/watch';
import { ActionButton } from '../../ui/form/ActionButton';
import { typedOf, type Values } from '../../ui/form/values';
import { followed } from './follow';
import { words } from './words';

/** A button with the form, of a new service or of one that is there. */
export function ServiceForm({ service }: { service?: Row<ServiceForLab> }): JSX.Element {
  const start = startOf(service);
  const [values, setValues] = useState(start);
  const facts = WORKS[values['work'] as WorkType];
  return (
    <ActionButton
      callable="labs/save_service"
      label={service ? words.edit : words.add}
      look={service ? 'secondary' : 'primary'}
      of={service?.id ?? 'new'}
      given={service ? { service_id: service.id } : {}}
      ask={[
        'name',
        'work',
        'materials',
        ...(facts === undefined || facts.shaded ? (['shade_guide'] as const) : []),
        'per',
        'price',
        'turnaround',
        'active',
      ]}
      start={start}
      choices={{ per: facts?.prices ?? FIELDS['labs/save_service'].per.values ?? [] }}
      hints={{
        materials: words.materialsHint,
        per: words.perHint,
        price: words.priceHint,
        turnaround: words.turnaroundHint,
      }}
      follow={followed}
      onValues={setValues}
      onDone={() => setValues(start)}
    />
  );
}

function startOf(service: Row<ServiceForLab> | undefined): Values {
  if (service === undefined) return { active: true, materials: [] };
  const { name, work, materials, shade_guide, per, price, turnaround, active } = service;
  return {
    name,
    work,
    materials,
    shade_guide: shade_guide ?? '',
    per,
    price: typedOf(price),
    turnaround: String(turnaround),
    active,
  };
}
