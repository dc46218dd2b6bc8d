/** The page in front of the camera, with all that is recorded there. It weighs most, so it is a bundle of its own. */

import { openCameraPage } from './practice/page/open-camera-page.js';
import { startPage } from './practice/page/start-page.js';

startPage({ camera: openCameraPage });
