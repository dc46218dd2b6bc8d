package org.tianbo.cohort.cards;

import java.util.List;

/** How cards look on paper. */
public interface CardLayout {

    /** Cards on a sheet of A4, in five rows of two. */
    int A_SHEET = 10;

    /**
     * The cards as a page of XHTML, for {@link org.tianbo.platform.paper.PdfWriter}.
     *
     * @param sheets of at most {@value #A_SHEET} cards each
     */
    String xhtml(CardWords words, List<List<PrintedCard>> sheets);
}
