package org.tianbo.practice.take;

/** The picture's size in the film: short side 480, both sides even, as the first take has it. */
public record OutputSize(int width, int height) {

    private static final int SHORT_SIDE = 480;

    /** Of the dark picture that goes with sound alone. */
    public static final OutputSize OF_SOUND = new OutputSize(480, 270);

    /** Nobody's camera takes longer pictures; a stripe gets bars. */
    private static final double LONGEST = 3;

    /** @param width of the first take as it is seen, that is after its rotation */
    static OutputSize of(int width, int height) {
        return width >= height
                ? new OutputSize(even(SHORT_SIDE * Math.min(LONGEST, (double) width / height)), SHORT_SIDE)
                : new OutputSize(SHORT_SIDE, even(SHORT_SIDE * Math.min(LONGEST, (double) height / width)));
    }

    private static int even(double side) {
        return (int) Math.round(side / 2) * 2;
    }

    /**
     * For ffmpeg: any picture whole into the frame, with bars where it has another shape. A phone that is turned while
     * it records changes the shape in the middle; of two such filters in a row the second would not notice.
     */
    String filter() {
        return ("scale=w='max(2,2*round(min(%1$d,%2$d*dar)/2))':h='max(2,2*round(min(%2$d,%1$d/dar)/2))':eval=frame,"
                        + "pad=%1$d:%2$d:-1:-1:eval=frame,setsar=1,format=yuv420p")
                .formatted(width, height);
    }
}
