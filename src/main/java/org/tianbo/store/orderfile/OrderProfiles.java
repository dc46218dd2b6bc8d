package org.tianbo.store.orderfile;

import java.util.List;
import org.tianbo.platform.table.Columns;
import org.tianbo.store.Platform;

/**
 * The order files of the five platforms, as their merchants' back offices export them. Another platform is another
 * method.
 *
 * <p>A word stands here only where it is known what it means for the money: a part of a refund, or an exchange, is
 * reported with its row.
 */
final class OrderProfiles {

    private static final List<String> REFUNDED = List.of("退款成功", "已退款", "退款完成");
    private static final List<String> REFUND_OPEN = List.of("退款中", "售后处理中", "售后中", "待退款");

    private OrderProfiles() {}

    static OrderProfile of(Platform platform) {
        return switch (platform) {
            case DOUYIN -> douyin();
            case KUAISHOU -> kuaishou();
            case JD -> jd();
            case TAOBAO -> taobao();
            case PINDUODUO -> pinduoduo();
        };
    }

    private static OrderProfile douyin() {
        Columns columns = Columns.none()
                .required("order_no", "主订单编号", "主订单号", "订单编号", "订单号")
                .required("item_no", "子订单编号", "子订单号", "商品单号")
                .required("product", "选购商品", "商品名称", "商品标题")
                .required("quantity", "商品数量", "数量", "购买数量")
                .required("paid", "订单应付金额", "应付金额")
                .required("state", "订单状态")
                .required("after_sale", "售后状态")
                .required("ordered_at", "订单提交时间", "下单时间", "提交时间", "订单创建时间")
                .optional("host_id", "达人ID")
                .optional("host_name", "达人昵称")
                .optional("buyer_phone", "收件人手机号", "收件人电话", "手机号")
                .optional("address", "收货地址", "详细地址");
        return OrderProfile.of(Platform.DOUYIN, columns)
                .statuses(OrderState.UNPAID, "待支付", "待付款", "未支付", "未付款")
                .statuses(OrderState.PAID, "待发货", "备货中", "已支付", "已付款", "已支付待发货", "已付款，待发货")
                .statuses(OrderState.SHIPPED, "已发货", "部分发货", "已签收", "待收货", "已发货，待收货", "已收货")
                .statuses(OrderState.COMPLETED, "已完成", "交易成功", "交易完成", "订单完成")
                .statuses(OrderState.CLOSED, "已关闭", "已取消", "交易关闭", "订单关闭", "订单取消")
                .statuses(AfterSale.NONE, "", "-", "无", "无售后", "售后关闭", "售后已关闭", "售后取消", "已取消售后", "取消售后")
                .statuses(AfterSale.OPEN, "售后待处理", "待处理", "售后中", "售后处理中", "待退货", "退货中", "退款中", "待退款")
                .statuses(AfterSale.OPEN, "待收退货", "待买家退货", "待商家收货", "待商家处理", "待买家处理", "平台处理中", "仲裁中")
                .statuses(AfterSale.OPEN, "同意退款，退款中", "同意退货，待退货", "同意退款，退款失败", "退款失败")
                .statuses(AfterSale.REFUNDED, "退款成功", "已退款", "退款完成", "已全额退款", "全额退款", "全额退款成功")
                .statuses(AfterSale.REFUNDED, "同意退款，退款成功", "同意退货，退款成功", "退货退款成功", "售后完成，退款成功");
    }

    private static OrderProfile kuaishou() {
        Columns columns = Columns.none()
                .required("order_no", "订单号", "订单编号")
                .optional("item_no", "SKU编码", "商家编码")
                .required("product_id", "商品ID", "商品编号")
                .optional("variant", "商品规格", "规格", "规格名称", "SKU名称")
                .required("product", "商品名称", "商品标题")
                .required("quantity", "成交数量", "商品数量", "购买数量")
                .required("paid", "实付款", "实付金额", "订单实付金额")
                .required("state", "订单状态")
                .required("after_sale", "售后状态", "退款状态")
                .required("ordered_at", "订单创建时间", "下单时间")
                .optional("host_id", "CPS达人ID", "达人ID")
                .optional("host_name", "CPS达人昵称", "达人昵称")
                .optional("buyer_phone", "收货人电话", "收货人手机号", "收货人手机")
                .optional("address", "收货地址", "收货人地址");
        return OrderProfile.of(Platform.KUAISHOU, columns)
                .statuses(OrderState.UNPAID, "待付款", "待支付", "未付款", "未支付")
                .statuses(OrderState.PAID, "待发货", "已付款", "已支付", "已付款，待发货")
                .statuses(OrderState.SHIPPED, "已发货", "部分发货", "已收货", "已签收", "待收货", "待签收", "卖家已发货")
                .statuses(OrderState.COMPLETED, "交易成功", "已完成", "订单完成", "交易完成", "订单成功")
                .statuses(OrderState.CLOSED, "交易关闭", "已关闭", "已取消", "交易失败", "订单失败", "订单取消")
                .statuses(AfterSale.NONE, "", "-", "无", "无售后", "售后关闭", "售后已关闭", "售后取消", "取消售后", "退款关闭")
                .statuses(AfterSale.OPEN, "售后中", "售后处理中", "退款中", "退货中", "退货退款中", "待退款", "待商家处理")
                .statuses(AfterSale.OPEN, "待买家退货", "待商家收货", "待平台处理", "平台处理中", "退款失败")
                .statuses(AfterSale.REFUNDED, "退款成功", "已退款", "退款完成", "退货退款成功", "全额退款");
    }

    /** 锁定: the buyer asked to cancel; 删除: that was granted. */
    private static OrderProfile jd() {
        Columns columns = Columns.none()
                .required("order_no", "订单号", "订单编号")
                .required("item_no", "商品ID", "商品编号", "SKU编号", "SKU ID")
                .required("product", "商品名称", "商品标题")
                .required("quantity", "订购数量", "商品数量", "购买数量", "数量")
                .optional("price", "京东价", "商品单价", "单价")
                .optional("order_amount", "订单金额", "订单总额", "订单总金额")
                .required("paid", "结算金额", "应付金额", "用户应付金额")
                .required("state", "订单状态")
                .optional("after_sale", "售后状态", "退款状态")
                .required("ordered_at", "下单时间", "订单创建时间")
                .optional("buyer_phone", "联系电话", "客户电话")
                .optional("address", "收货地址", "客户地址");
        return OrderProfile.of(Platform.JD, columns)
                .statuses(OrderState.UNPAID, "等待付款", "等待付款确认", "待付款", "(锁定)等待付款", "(锁定)等待付款确认", "等待确认付款")
                .statuses(OrderState.PAID, "等待出库", "等待发货", "待出库", "待发货", "等待打印", "等待商家发货")
                .statuses(OrderState.PAID, AfterSale.OPEN, "(锁定)等待出库", "(锁定)等待发货", "锁定", "已锁定")
                .statuses(OrderState.SHIPPED, "等待确认收货", "已出库", "已发货", "待收货", "商品出库", "等待收货")
                .statuses(OrderState.SHIPPED, AfterSale.OPEN, "(锁定)等待确认收货", "(锁定)已出库", "(锁定)已发货")
                .statuses(OrderState.SHIPPED, AfterSale.REFUNDED, "(删除)等待确认收货", "(删除)已出库", "(删除)已发货")
                .statuses(OrderState.COMPLETED, "完成", "已完成", "订单完成", "交易成功", "已签收")
                .statuses(OrderState.COMPLETED, AfterSale.OPEN, "(锁定)完成", "(锁定)已完成")
                .statuses(OrderState.COMPLETED, AfterSale.REFUNDED, "(删除)完成", "(删除)已完成")
                .statuses(OrderState.CLOSED, "(删除)等待付款", "(删除)等待付款确认", "(删除)等待出库", "(删除)等待发货")
                .statuses(OrderState.CLOSED, "已取消", "取消", "订单取消", "已关闭", "交易关闭", "删除", "已删除")
                .statuses(AfterSale.NONE, "", "-", "无", "无售后", "售后关闭", "售后取消", "已取消")
                .statuses(AfterSale.OPEN, "退款中", "售后中", "售后处理中", "待退款", "退款申请中", "退货中")
                .statuses(AfterSale.REFUNDED, "退款完成", "退款成功", "已退款", "全额退款");
    }

    /** Two exports: a row for each item (宝贝报表), and a row for each order, which has no numbers of items. */
    private static OrderProfile taobao() {
        Columns columns = Columns.none()
                .required("order_no", "主订单编号", "订单编号", "主订单号", "订单号")
                .optional("item_no", "子订单编号", "子订单号")
                .required("product", "标题", "商品标题", "宝贝标题", "商品名称")
                .optional("kinds", "宝贝种类", "商品种类")
                .required("quantity", "购买数量", "宝贝数量", "宝贝总数量", "商品数量")
                .optional("payable", "买家应付货款")
                .required("paid", "买家实际支付金额", "买家实付金额", "实付金额")
                .optional("refunded", "退款金额")
                .required("state", "订单状态", "交易状态")
                .optional("after_sale", "退款状态")
                .required("ordered_at", "订单创建时间", "创建时间")
                .optional("buyer_phone", "联系手机", "联系电话")
                .optional("address", "收货地址");
        return OrderProfile.of(Platform.TAOBAO, columns)
                .statuses(OrderState.UNPAID, "等待买家付款", "待付款", "付款确认中")
                .statuses(OrderState.PAID, "买家已付款，等待卖家发货", "等待卖家发货", "买家已付款", "待发货")
                .statuses(OrderState.SHIPPED, "卖家已发货，等待买家确认", "等待买家确认收货", "卖家部分发货", "卖家已发货", "买家已签收", "已发货")
                .statuses(OrderState.COMPLETED, "交易成功", "交易完成")
                .statuses(OrderState.CLOSED, "交易关闭", "交易被淘宝关闭", "交易自动关闭", "交易被关闭", "已关闭")
                .statuses(AfterSale.NONE, "", "-", "没有申请退款", "没有退款", "无退款申请", "未申请退款", "退款关闭", "卖家拒绝退款", "无")
                .statuses(AfterSale.OPEN, "买家已经申请退款，等待卖家同意", "卖家已经同意退款，等待买家退货", "买家已经退货，等待卖家确认收货")
                .statuses(AfterSale.OPEN, "等待卖家同意退款", "等待买家退货", "等待卖家确认收货", "退款中", "退款处理中", "待退款")
                .statuses(AfterSale.REFUNDED, "退款成功", "退款完成", "已退款");
    }

    private static OrderProfile pinduoduo() {
        Columns columns = Columns.none()
                .required("order_no", "订单号", "订单编号")
                .optional("item_no", "样式ID", "SKU ID")
                .optional("product_id", "商品ID", "商品编号")
                .optional("variant", "商品规格", "规格")
                .required("product", "商品", "商品名称", "商品标题")
                .required("quantity", "商品数量(件)", "商品数量", "数量")
                .required("paid", "商家实收金额(元)", "商家实收金额")
                .required("state", "订单状态")
                .required("after_sale", "售后状态")
                .optional("ordered_at", "订单成交时间", "成交时间", "下单时间")
                .optional("grouped_at", "拼单成功时间", "成团时间", "支付时间")
                .optional("buyer_phone", "手机", "收货人手机", "用户购买手机号")
                .optional("address", "收货地址", "详细地址");
        String[] waiting = {"待发货", "未发货", "已付款，待发货"};
        String[] sent = {"已发货", "已发货，待收货", "已发货，待签收", "待收货", "待签收"};
        String[] received = {"已收货", "已签收", "已完成", "已收货，待评价", "已签收，待评价", "待评价", "已评价", "交易成功"};
        return OrderProfile.of(Platform.PINDUODUO, columns)
                .statuses(OrderState.UNPAID, "待支付", "待付款", "未支付", "未付款")
                .statuses(OrderState.PAID, waiting)
                .statuses(OrderState.PAID, "待成团", "已付款，待成团", "待分享", "已付款，待分享")
                .statuses(OrderState.SHIPPED, sent)
                .statuses(OrderState.COMPLETED, received)
                .statusesEnding(OrderState.PAID, AfterSale.OPEN, REFUND_OPEN, waiting)
                .statusesEnding(OrderState.PAID, AfterSale.REFUNDED, REFUNDED, waiting)
                .statusesEnding(OrderState.SHIPPED, AfterSale.OPEN, REFUND_OPEN, sent)
                .statusesEnding(OrderState.SHIPPED, AfterSale.REFUNDED, REFUNDED, sent)
                .statusesEnding(OrderState.COMPLETED, AfterSale.OPEN, REFUND_OPEN, received)
                .statusesEnding(OrderState.COMPLETED, AfterSale.REFUNDED, REFUNDED, received)
                .statuses(OrderState.CLOSED, "已取消", "已关闭", "交易关闭", "交易已取消", "未成团", "拼单失败")
                .statusesEnding(OrderState.CLOSED, AfterSale.REFUNDED, REFUNDED, "已取消", "交易已取消", "未成团", "拼单失败")
                .statuses(AfterSale.NONE, "", "-", "无", "无售后", "无售后或售后取消", "无售后/取消售后", "售后取消", "取消售后", "售后关闭")
                .statuses(AfterSale.OPEN, "售后处理中", "售后中", "退款中", "待退款", "待商家处理", "待买家退货", "待用户退货", "平台处理中")
                .statuses(AfterSale.OPEN, "退货退款，待商家处理", "待商家收货", "退款处理中", "退货退款中")
                .statuses(AfterSale.REFUNDED, "退款成功", "已退款", "退款完成", "全额退款成功", "退货退款成功");
    }
}
