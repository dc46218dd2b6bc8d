<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("pageExpiredTitle")}
  <#elseif section = "form">
    <p>${msg("pageExpiredHelp")}</p>
    <a class="go" id="loginContinueLink" href="${url.loginAction}">${msg("pageExpiredMsg2")}</a>
    <a class="go quiet" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("pageExpiredMsg1")}</a>
  </#if>
</@layout.registrationLayout>
