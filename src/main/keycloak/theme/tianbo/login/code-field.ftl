<#-- A field for the six digits of an authenticator app. -->
<#macro code id hint>
<#assign fault = messagesPerField.existsError("totp")?then(messagesPerField.get("totp"), "")>
<div class="ask">
  <label for="${id}">${msg("oneTimeCode")}</label>
  <p class="hint" id="${id}-hint">${hint}</p>
  <input id="${id}" name="${id}" type="text" inputmode="numeric" autocomplete="one-time-code" dir="ltr" required autofocus
    <#if fault?has_content>aria-invalid="true"</#if> aria-describedby="<#if fault?has_content>${id}-fault </#if>${id}-hint">
  <#if fault?has_content><p class="fault" id="${id}-fault" role="alert">${kcSanitize(fault)?no_esc}</p></#if>
</div>
</#macro>
