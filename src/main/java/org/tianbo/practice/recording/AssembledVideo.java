package org.tianbo.practice.recording;

import java.nio.file.Path;
import org.tianbo.practice.Readings;

/** What the cutting room made, still lying in its workplace. */
record AssembledVideo(Path video, Path poster, Timeline timeline, Readings readings) {}
