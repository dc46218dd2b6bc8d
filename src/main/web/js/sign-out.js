/** Every page from which one can sign out. */

import { guardSignOut } from './site/sign-out.js';

guardSignOut();
