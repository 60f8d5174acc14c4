import { exp } from '../../core/math.ts';
import { roundCents } from '../../core/money.ts';
import { sumOf } from '../../core/sum.ts';
import { payFine } from '../brokers/accounts.ts';
import { readRevenueCents } from '../brokers/revenue.ts';
import { BROKER_STATUS } from '../brokers/status.ts';
import { PURPOSE } from '../purposes.ts';
import { readMonth, type World } from '../world.ts';
import { isInSandbox } from './sandbox.ts';

/** Part of the inspection hazard that does not depend on complaints. */
const ROUTINE = 0.3;
/** Long-run reputation gains this much at full compliance over none (S093). */
const COMPLIANCE_REPUTATION = 0.2;
/** Breaches found rise by this much with advertising over revenue: who pushes oversteps (S226: a quarter of all material). */
const MISSELLING = 4;
/** Complaint rates are compared up to this multiple of the market’s: one loud month is not a scandal. */
const LOUDEST = 5;

/** Step 9: inspections find breaches where complaints are many and compliance is weak; fines and lost trust follow (M38, M39). */
export function inspectBrokers(world: World): void {
  const { brokers, tally, values, draws, offers, brokerCount } = world;
  const users = sumOf(brokers.users);
  const marketRate = users > 0 ? sumOf(tally.complaints) / users : 0;
  restoreReputation(world);
  for (let b = 0; b < brokerCount; b++) {
    if (brokers.status[b] !== BROKER_STATUS.operating || brokers.users[b] === 0) continue;
    const rate = tally.complaints[b] / brokers.users[b];
    const loudness = marketRate > 0 ? Math.min(LOUDEST, rate / marketRate) : 1;
    const hazard = values['regulator.inspection'] * (ROUTINE + (1 - ROUTINE) * loudness);
    if (isInSandbox(world, b)) continue;
    draws.at(b, readMonth(world), PURPOSE.inspection);
    const lapse = 1 - brokers.compliance[b];
    const breach = lapse * lapse * (1 + MISSELLING * offers.pushiness[b]);
    if (draws.u < 1 - exp(-hazard / 12) && draws.v < breach) punish(world, b);
  }
}

function punish(world: World, offender: number): void {
  const { brokers, values, brokerCount } = world;
  payFine(world, offender, roundCents(values['regulator.fine'] * readRevenueCents(world, offender)));
  const shock = values['regulator.trustShock'];
  brokers.scandal[offender] += shock;
  for (let b = 0; b < brokerCount; b++) {
    const loss = b === offender ? shock : shock * values['regulator.spillover'];
    brokers.reputation[b] = Math.max(0, brokers.reputation[b] - loss);
  }
}

/** Reputation returns to its long-run level, which compliance lifts, and scandals are forgotten as fast. */
function restoreReputation({ brokers, inputs, values, brokerCount }: World): void {
  const speed = values['brokers.reputationSpeed'] / 12;
  for (let b = 0; b < brokerCount; b++) {
    const { reputation, compliance } = inputs.brokers[b];
    const gained = COMPLIANCE_REPUTATION * (brokers.compliance[b] - compliance);
    const level = Math.min(1, Math.max(0, reputation + gained));
    brokers.reputation[b] += speed * (level - brokers.reputation[b]);
    brokers.scandal[b] -= speed * brokers.scandal[b];
  }
}
