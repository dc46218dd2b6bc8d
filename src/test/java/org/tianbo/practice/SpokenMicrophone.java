package org.tianbo.practice;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.tianbo.testsupport.program.EspeakNg;

/** A microphone that hears a sentence when a test says so, and what the mirror says of it. */
public final class SpokenMicrophone {

    /** The silence lasts this much longer than the one before the first word, which a busy machine draws out. */
    private static final double LONGER = 7;

    private static final double BREATH = 2;

    private static final String SPEECH =
            Base64.getEncoder().encodeToString(EspeakNg.read("da4 jia1 hao3 wo3 shi4 shan1 tou2 cun1 de5 wang2 fang1"));

    /** {@code speak(pauses)} says one sentence again and again, with these seconds between; it answers its length. */
    public static final String SCRIPT =
            """
            if (navigator.mediaDevices) {
                const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                navigator.mediaDevices.getUserMedia = async (wanted) => {
                    const stream = await open(wanted);
                    const context = new AudioContext();
                    document.addEventListener('click', () => context.resume(), true);
                    const heard = context.createMediaStreamDestination();
                    // Without any source the track brings nothing, and nothing is recorded.
                    const quiet = new ConstantSourceNode(context, { offset: 0 });
                    quiet.connect(heard);
                    quiet.start();
                    window.speak = async (pauses) => {
                        const bytes = Uint8Array.from(atob('%s'), (letter) => letter.charCodeAt(0));
                        const buffer = await context.decodeAudioData(bytes.buffer);
                        let at = context.currentTime;
                        for (const pause of [...pauses, 0]) {
                            const voice = new AudioBufferSourceNode(context, { buffer });
                            voice.connect(heard);
                            voice.start(at);
                            at += buffer.duration + pause;
                        }
                        return buffer.duration;
                    };
                    stream.getAudioTracks().forEach((track) => { stream.removeTrack(track); track.stop(); });
                    stream.addTrack(heard.stream.getAudioTracks()[0]);
                    return stream;
                };
            }"""
                    .formatted(SPEECH);

    private static final String LONGEST_SILENCE = "(wanted) => [...document.querySelectorAll('[data-mirror] .finding')]"
            + ".find((one) => one.querySelector('[data-topic]').textContent === wanted)"
            + ".querySelector('button').textContent";

    private static final String BEGIN =
            """
            async ([pauses, silence]) => {
                const clock = document.querySelector('[data-time]').textContent.replace(/[^0-9:]/g, '');
                const begins = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
                const lengthened = pauses.map((pause, index) => index === silence ? pause + begins : pause);
                return [begins, await window.speak(lengthened)];
            }""";

    private SpokenMicrophone() {}

    /**
     * What was begun to be said, in recorded seconds.
     *
     * @param sentence its length
     * @param silence the length of the long one
     * @param before sentences before the silence
     */
    public record Spoken(double begins, double sentence, double silence, int before) {

        public double silenceBegins() {
            return begins + before * sentence + (before - 1) * BREATH;
        }

        public double nextSentenceEnds() {
            return silenceBegins() + silence + sentence;
        }
    }

    /** Begins a sentence, a silence and the sentence again, and reads the clock at the same moment. */
    public static Spoken speak(Phone phone) {
        return speak(phone, 1, 0);
    }

    /** The same amid more sentences, with a breath between them. @param before the silence @param after its two */
    public static Spoken speak(Phone phone, int before, int after) {
        List<Double> pauses = new ArrayList<>(Collections.nCopies(before - 1, BREATH));
        pauses.add(LONGER);
        pauses.addAll(Collections.nCopies(after, BREATH));
        List<?> spoken = (List<?>) phone.page().evaluate(BEGIN, List.of(pauses, before - 1));
        double begins = number(spoken, 0);
        return new Spoken(begins, number(spoken, 1), LONGER + begins, before);
    }

    private static double number(List<?> answered, int index) {
        return ((Number) answered.get(index)).doubleValue();
    }

    /** The recorded second at which the mirror says that the longest silence began. */
    public static double silentFrom(Phone phone) {
        phone.says("有时停得太久");
        return Phone.seconds((String) phone.page().evaluate(LONGEST_SILENCE, "有没有冷场"));
    }
}
