{{/* A variable out of an existing Secret: (list variable secret key) */}}
{{- define "tianbo.fromSecret" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
{{- end -}}

{{/* What the migration alone may know: the role that owns the tables. */}}
{{- define "tianbo.ownerEnvironment" -}}
{{- $database := .Values.database -}}
- name: QUARKUS_FLYWAY_JDBC_URL
  value: {{ $database.owner.jdbcUrl | default $database.jdbcUrl | quote }}
{{ include "tianbo.fromSecret" (list "QUARKUS_FLYWAY_USERNAME" $database.owner.existingSecret $database.owner.usernameKey) }}
{{ include "tianbo.fromSecret" (list "QUARKUS_FLYWAY_PASSWORD" $database.owner.existingSecret $database.owner.passwordKey) }}
{{/* Whom the tables are granted to. */}}
{{- include "tianbo.fromSecret" (list "QUARKUS_DATASOURCE_USERNAME" $database.application.existingSecret $database.application.usernameKey) }}
{{- end -}}

{{/* Where recordings are kept. */}}
{{- define "tianbo.mediaEnvironment" -}}
{{- $media := .Values.media -}}
- name: TIANBO_MEDIA_STORE
  value: {{ $media.store }}
# Work is done on the node's own disk, wherever the result goes.
- name: TIANBO_MEDIA_WORKPLACE
  value: /tmp/media
{{- if eq $media.store "s3" }}
{{- with $media.s3 }}
- name: TIANBO_MEDIA_S3_BUCKET
  value: {{ .bucket | quote }}
{{- with .endpoint }}
- name: TIANBO_MEDIA_S3_ENDPOINT
  value: {{ . | quote }}
{{- end }}
- name: TIANBO_MEDIA_S3_REGION
  value: {{ .region | quote }}
- name: TIANBO_MEDIA_S3_PATH_STYLE
  value: {{ .pathStyle | quote }}
{{- if .existingSecret }}
{{ include "tianbo.fromSecret" (list "TIANBO_MEDIA_S3_ACCESS_KEY" .existingSecret .accessKeyKey) }}
{{ include "tianbo.fromSecret" (list "TIANBO_MEDIA_S3_SECRET_KEY" .existingSecret .secretKeyKey) }}
{{- end }}
{{- end }}
{{- else }}
- name: TIANBO_MEDIA_FOLDER
  value: /media
{{- end }}
{{- end -}}

{{/* The configuration that web and worker share. */}}
{{- define "tianbo.environment" -}}
{{- $database := .Values.database -}}
{{- $keycloak := .Values.keycloak -}}
{{- $keys := .Values.keys -}}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ $database.jdbcUrl | quote }}
{{ include "tianbo.fromSecret" (list "QUARKUS_DATASOURCE_USERNAME" $database.application.existingSecret $database.application.usernameKey) }}
{{ include "tianbo.fromSecret" (list "QUARKUS_DATASOURCE_PASSWORD" $database.application.existingSecret $database.application.passwordKey) }}
- name: QUARKUS_FLYWAY_MIGRATE_AT_START
  value: "false"
- name: TIANBO_PUBLIC_ADDRESS
  value: {{ printf "https://%s" .Values.host | quote }}
- name: QUARKUS_OIDC_AUTH_SERVER_URL
  value: {{ printf "https://%s/auth/realms/tianbo" .Values.host | quote }}
{{ include "tianbo.fromSecret" (list "QUARKUS_OIDC_CREDENTIALS_SECRET" $keycloak.existingSecret $keycloak.webClientKey) }}
{{ include "tianbo.fromSecret" (list "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET" $keys.existingSecret $keys.sessionKey) }}
- name: QUARKUS_OIDC_AUTHENTICATION_COOKIE_FORCE_SECURE
  value: "true"
- name: TIANBO_SIGN_IN_KEYCLOAK_URL
  value: {{ printf "http://%s:%v" $keycloak.service.name $keycloak.service.port | quote }}
- name: QUARKUS_KEYCLOAK_ADMIN_CLIENT_SERVER_URL
  value: {{ $keycloak.adminUrl | default (printf "http://%s:%v/auth" $keycloak.service.name $keycloak.service.port) | quote }}
{{ include "tianbo.fromSecret" (list "QUARKUS_KEYCLOAK_ADMIN_CLIENT_CLIENT_SECRET" $keycloak.existingSecret $keycloak.adminClientKey) }}
{{ include "tianbo.mediaEnvironment" . }}
{{ include "tianbo.fromSecret" (list "TIANBO_MEDIA_LINK_KEY" $keys.existingSecret $keys.mediaLinkKey) }}
{{ include "tianbo.fromSecret" (list "TIANBO_PEOPLE_HASH_KEY" $keys.existingSecret $keys.peopleHashKey) }}
{{ include "tianbo.fromSecret" (list "TIANBO_PRIVACY_MASTER_KEY" $keys.existingSecret $keys.privacyMasterKey) }}
{{- with $keys.secondPrivacyMasterKey }}
{{ include "tianbo.fromSecret" (list "TIANBO_PRIVACY_SECOND_MASTER_KEY" $keys.existingSecret .) }}
{{- end }}
{{- with $keys.interopKey }}
{{ include "tianbo.fromSecret" (list "TIANBO_INTEROP_KEY" $keys.existingSecret .) }}
{{- end }}
{{ include "tianbo.fromSecret" (list "TIANBO_STORE_HASH_KEY" $keys.existingSecret $keys.storeHashKey) }}
{{ include "tianbo.fromSecret" (list "TIANBO_CERTIFICATION_SIGNING_KEY" $keys.existingSecret $keys.certificationSigningKey) }}
{{- with .Values.ingress.trustedProxies }}
- name: QUARKUS_HTTP_PROXY_TRUSTED_PROXIES
  value: {{ join "," . | quote }}
{{- end }}
{{- end -}}
