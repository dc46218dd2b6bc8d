/** The trainee's home: what today's thing needs is fetched ahead. */

import { keepAhead } from './learning/keep.js';

keepAhead();
