/** The trainee's certificate. */

import { startCertificatePicture } from './certification/certificate-picture.js';

startCertificatePicture();
