/** Photos that are sent with a form. */

import { startPhotoFields } from './media/photo-field.js';

startPhotoFields();
