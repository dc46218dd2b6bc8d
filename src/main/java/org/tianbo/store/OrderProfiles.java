package org.tianbo.store;

import org.tianbo.platform.table.Columns;

/** The order files of the five platforms, as their merchants' back offices export them. Another platform is another method. */
final class OrderProfiles {

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
                .required("order_no", "主订单编号", "主订单号", "订单编号")
                .required("item_no", "子订单编号", "子订单号", "商品单号")
                .required("product", "选购商品", "商品名称")
                .required("quantity", "商品数量", "数量")
                .required("paid", "订单应付金额", "应付金额")
                .required("state", "订单状态")
                .required("after_sale", "售后状态")
                .required("ordered_at", "订单提交时间", "下单时间")
                .optional("host_id", "达人ID")
                .optional("host_name", "达人昵称")
                .optional("buyer_phone", "收件人手机号", "收件人电话", "手机号")
                .optional("address", "收货地址", "详细地址");
        return OrderProfile.of(Platform.DOUYIN, columns)
                .words(OrderState.UNPAID, "待支付")
                .words(OrderState.PAID, "待发货", "备货中")
                .words(OrderState.SHIPPED, "已发货", "已签收")
                .words(OrderState.COMPLETED, "已完成")
                .words(OrderState.CLOSED, "已关闭", "已取消")
                .words(AfterSale.NONE, "", "-", "售后关闭")
                .words(AfterSale.OPEN, "售后待处理", "待退货", "退款中")
                .words(AfterSale.REFUNDED, "退款成功");
    }

    private static OrderProfile kuaishou() {
        Columns columns = Columns.none()
                .required("order_no", "订单号", "订单编号")
                .optional("item_no", "SKU编码")
                .required("product_id", "商品ID")
                .required("product", "商品名称")
                .required("quantity", "成交数量", "商品数量")
                .required("paid", "实付款")
                .required("state", "订单状态")
                .required("after_sale", "售后状态")
                .required("ordered_at", "订单创建时间", "下单时间")
                .optional("host_id", "CPS达人ID")
                .optional("host_name", "CPS达人昵称")
                .optional("buyer_phone", "收货人电话", "收货人手机号")
                .optional("address", "收货地址");
        return OrderProfile.of(Platform.KUAISHOU, columns)
                .words(OrderState.UNPAID, "待付款")
                .words(OrderState.PAID, "待发货")
                .words(OrderState.SHIPPED, "已发货", "已收货")
                .words(OrderState.COMPLETED, "交易成功")
                .words(OrderState.CLOSED, "交易关闭")
                .words(AfterSale.NONE, "", "-", "无", "售后关闭")
                .words(AfterSale.OPEN, "售后中", "退款中")
                .words(AfterSale.REFUNDED, "退款成功");
    }

    private static OrderProfile jd() {
        Columns columns = Columns.none()
                .required("order_no", "订单号", "订单编号")
                .required("item_no", "商品ID", "商品编号")
                .required("product", "商品名称")
                .required("quantity", "订购数量", "商品数量")
                .required("paid", "结算金额")
                .required("state", "订单状态")
                .required("after_sale", "售后状态")
                .required("ordered_at", "下单时间")
                .optional("buyer_phone", "联系电话", "客户电话")
                .optional("address", "收货地址", "客户地址");
        return OrderProfile.of(Platform.JD, columns)
                .words(OrderState.UNPAID, "等待付款")
                .words(OrderState.PAID, "等待出库", "等待发货")
                .words(OrderState.SHIPPED, "等待确认收货", "已出库")
                .words(OrderState.COMPLETED, "完成", "已完成")
                .words(OrderState.CLOSED, "(删除)等待付款", "已取消", "取消")
                .words(AfterSale.NONE, "", "-", "无")
                .words(AfterSale.OPEN, "退款中")
                .words(AfterSale.REFUNDED, "退款完成", "退款成功");
    }

    private static OrderProfile taobao() {
        Columns columns = Columns.none()
                .required("order_no", "主订单编号", "订单编号")
                .required("item_no", "子订单编号")
                .required("product", "标题", "宝贝标题")
                .required("quantity", "购买数量", "宝贝数量")
                .required("paid", "买家实际支付金额")
                .optional("refunded", "退款金额")
                .required("state", "订单状态")
                .required("after_sale", "退款状态")
                .required("ordered_at", "订单创建时间")
                .optional("buyer_phone", "联系手机", "联系电话")
                .optional("address", "收货地址");
        return OrderProfile.of(Platform.TAOBAO, columns)
                .words(OrderState.UNPAID, "等待买家付款")
                .words(OrderState.PAID, "买家已付款，等待卖家发货")
                .words(OrderState.SHIPPED, "卖家已发货，等待买家确认")
                .words(OrderState.COMPLETED, "交易成功")
                .words(OrderState.CLOSED, "交易关闭")
                .words(AfterSale.NONE, "", "-", "没有申请退款", "退款关闭", "卖家拒绝退款")
                .words(AfterSale.OPEN, "买家已经申请退款，等待卖家同意", "卖家已经同意退款，等待买家退货", "买家已经退货，等待卖家确认收货")
                .words(AfterSale.REFUNDED, "退款成功");
    }

    private static OrderProfile pinduoduo() {
        Columns columns = Columns.none()
                .required("order_no", "订单号", "订单编号")
                .required("item_no", "样式ID")
                .required("product", "商品", "商品名称")
                .required("quantity", "商品数量(件)", "商品数量")
                .required("paid", "商家实收金额(元)", "商家实收金额")
                .required("state", "订单状态")
                .required("after_sale", "售后状态")
                .required("ordered_at", "订单成交时间")
                .optional("buyer_phone", "手机", "收货人手机")
                .optional("address", "收货地址", "详细地址");
        return OrderProfile.of(Platform.PINDUODUO, columns)
                .words(OrderState.UNPAID, "待支付")
                .words(OrderState.PAID, "待发货")
                .words(OrderState.SHIPPED, "已发货，待收货")
                .words(OrderState.COMPLETED, "已收货")
                .words(OrderState.CLOSED, "已取消")
                .words(AfterSale.NONE, "", "-", "无售后或售后取消")
                .words(AfterSale.OPEN, "售后处理中", "退款中")
                .words(AfterSale.REFUNDED, "退款成功");
    }
}
