package org.tianbo.practice.upload;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What of one take is safe.
 *
 * @param type as the recorder named it with its first chunk
 * @param chunks numbers as inclusive ranges
 */
@Schema(
        example = "{\"take\": 1, \"type\": \"video/webm;codecs=\\\"vp8,opus\\\"\", \"chunks\": [[0, 11], [14, 14]], "
                + "\"bytes\": 3145728}")
public record StoredTake(int take, String type, List<int[]> chunks, long bytes) {}
