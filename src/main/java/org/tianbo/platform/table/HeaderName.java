package org.tianbo.platform.table;

import java.util.regex.Pattern;

/** A column's name without what forms and exports write around it. */
final class HeaderName {

    /**
     * Behind the name: whether the cell must be filled, or its unit. The text is folded, so brackets are half-width.
     */
    private static final Pattern REMARK = Pattern.compile("(?<=.)"
            + "([(\\[【〔{<《](必填项?|选填项?|必选|可选|非必填|必|选|required|optional"
            + "|(单位[:：]?)?(元|人民币|人民币元|¥|￥|rmb|cny|件|个|份))[)\\]】〕}>》]|/(元|件)|[:：])$");

    private static final Pattern REQUIRED_SIGNS = Pattern.compile("[*※★☆●•·✱﹡]");

    /** A longer text is no name, and taking remarks off it one by one would take long. */
    private static final int LONGEST = 100;

    private HeaderName() {}

    /** {@code 姓名(必填)} and {@code ※姓名：} are {@code 姓名}; a name that is nothing but a remark stays. */
    static String bare(String folded) {
        if (folded.length() > LONGEST) {
            return folded;
        }
        String bare = REQUIRED_SIGNS.matcher(folded).replaceAll("");
        String shorter = REMARK.matcher(bare).replaceFirst("");
        while (!shorter.equals(bare)) {
            bare = shorter;
            shorter = REMARK.matcher(bare).replaceFirst("");
        }
        return bare;
    }
}
