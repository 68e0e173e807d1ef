// How much of the time that a law or the policy gives is left.

/** A time limit at one moment. */
export interface Left {
  /** How much of the time is used up, in per cent. */
  readonly used: number;
  readonly over: boolean;
  readonly unit: 'days' | 'hours' | 'hour';
  /** Whole days or hours to its end, or since it. */
  readonly count: number;
}

const HOUR = 3_600_000;

/** What is left between the beginning of a time and its end; in days where it is two at least. */
export function leftOf(from: Date, until: Date, at: Date): Left {
  const whole = until.getTime() - from.getTime();
  const rest = until.getTime() - at.getTime();
  const used = whole <= 0 ? 100 : ((whole - rest) / whole) * 100;
  const hours = Math.floor(Math.abs(rest) / HOUR);
  const unit = hours >= 48 ? 'days' : hours >= 2 ? 'hours' : 'hour';
  return {
    used: Math.round(Math.min(100, Math.max(0, used))),
    over: rest <= 0,
    unit,
    count: unit === 'days' ? Math.floor(hours / 24) : hours,
  };
}
