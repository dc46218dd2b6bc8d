package org.tianbo.practice;

import java.nio.file.Path;

/** What the cutting room made, still lying in its workplace. */
record Film(Path video, Path poster, Timeline timeline, Readings readings) {}
