import { afterAll } from 'vitest';
import { ownState } from './ownState.ts';

afterAll(ownState());
