package org.tianbo.practice.recording;

import java.nio.file.Path;
import org.tianbo.practice.Readings;
import org.tianbo.practice.take.Timeline;

/** What the assembler made, still in its work directory. */
record AssembledVideo(Path video, Path poster, Timeline timeline, Readings readings) {}
