package org.tianbo.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "tianbo.store")
public interface StoreConfig {

    /** Key of the hashes under which buyers are recognised again; each county gets its own derived key. */
    String hashKey();

    /** Photos that are prepared at once, each on one processor. */
    @WithDefault("2")
    int photosAtOnce();

    /** Photos that wait for their turn; whoever comes after them is asked to try again. */
    @WithDefault("8")
    int photosWaiting();

    /** Rows of one order file; a store that sells more in a month exports it in parts. */
    @WithDefault("200000")
    int maxRows();

    /** What a month must bring to count as income, in fen, where a county has not set its own: 1,000 yuan. */
    @WithDefault("100000")
    long incomeThresholdFen();

    /** The day by which the month before has to count: until then orders are completed and files brought. */
    @WithDefault("20")
    int monthDueDay();

    /** When who sold what is compared with the order lines, as db-scheduler writes it. */
    @WithDefault("DAILY|00:50|Asia/Shanghai")
    String hostedSalesCheck();
}
