import type { Tastes } from '../../src/model/investors/tastes.ts';

/** Up, down, no response, or up and then down. */
export type Shape = 'rises' | 'falls' | 'flat' | 'hump';
export type Trait = 'age' | 'experience' | 'risk' | 'short' | 'wealth';

/** MODEL.md §5.4, “who responds to what”: the heart of the model, sign by sign. */
export const TASTE_SHAPES: Record<keyof Tastes, Record<Trait, Shape>> = {
  price: { age: 'falls', experience: 'rises', risk: 'rises', short: 'rises', wealth: 'falls' },
  content: { age: 'falls', experience: 'hump', risk: 'flat', short: 'rises', wealth: 'flat' },
  community: { age: 'falls', experience: 'falls', risk: 'rises', short: 'rises', wealth: 'falls' },
  advice: { age: 'hump', experience: 'falls', risk: 'falls', short: 'falls', wealth: 'rises' },
  service: { age: 'rises', experience: 'falls', risk: 'flat', short: 'rises', wealth: 'rises' },
  trust: { age: 'rises', experience: 'rises', risk: 'falls', short: 'falls', wealth: 'rises' },
};
