package org.tianbo.learning;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The video that a county's people see with a lesson. Its copies are at {@link #address} and a name.
 *
 * @param version names the video: another one of the same lesson has another
 * @param small bytes of {@code small.mp4}, which phones get unless somebody asks for more
 * @param better bytes of {@code better.mp4}
 * @param sound bytes of {@code sound.m4a}; 0 where the video has no sound and there is none
 * @param captions whether there is {@code captions.vtt}
 * @param questions for which it stops, in the order it comes to them
 */
public record CountyVideo(
        UUID version,
        Duration length,
        long small,
        long better,
        long sound,
        boolean captions,
        List<Question> questions) {

    /**
     * @param second into the video, when it is asked
     * @param item of the lesson's pool; a later version of the lesson may have none of that id, then nothing is asked
     */
    public record Question(int second, String item) {}

    public boolean asks(String item) {
        return questions.stream().anyMatch(question -> question.item().equals(item));
    }

    /** Where its copies are, without a slash at the end. */
    public String address() {
        return "/videos/" + version;
    }
}
