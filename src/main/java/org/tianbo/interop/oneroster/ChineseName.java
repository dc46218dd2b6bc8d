package org.tianbo.interop.oneroster;

import java.util.Set;

/**
 * A name in the two parts that OneRoster asks for. Written one after the other, family name first, they are the name
 * again.
 */
record ChineseName(String family, String given) {

    /** Family names of two characters that are still borne by many. */
    private static final Set<String> OF_TWO =
            Set.of("欧阳", "司马", "上官", "诸葛", "司徒", "东方", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "端木");

    static ChineseName of(String name) {
        int space = name.lastIndexOf(' ');
        if (space > 0) {
            return new ChineseName(name.substring(space + 1), name.substring(0, space));
        }
        int family = name.length() > 2 && OF_TWO.contains(name.substring(0, 2)) ? 2 : 1;
        return name.length() <= family
                ? new ChineseName(name, name)
                : new ChineseName(name.substring(0, family), name.substring(family));
    }
}
