package org.tianbo.platform.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Much of something, a handful at a time: a statement takes 65,535 parameters, and a page so many cards. */
public final class Slices {

    /** As many as one {@code in (…)} takes with room for what else the statement asks. */
    public static final int OF_A_STATEMENT = 10_000;

    private Slices() {}

    /** @return all in their order, so many at a time and the rest in the last; none of none */
    public static <T> List<List<T>> of(Collection<T> all, int size) {
        List<T> list = List.copyOf(all);
        List<List<T>> slices = new ArrayList<>();
        for (int from = 0; from < list.size(); from += size) {
            slices.add(list.subList(from, Math.min(from + size, list.size())));
        }
        return slices;
    }
}
