{{/* How many pods may be up at once. */}}
{{- define "tianbo.pods" -}}
{{- $web := .Values.web -}}
{{- add (ternary $web.autoscaling.maxReplicas $web.replicas $web.autoscaling.enabled) .Values.worker.replicas -}}
{{- end -}}

{{/* What no schema can see: settings that are each right and together lose recordings. */}}
{{- define "tianbo.checks" -}}
{{- $media := .Values.media -}}
{{- if eq $media.store "s3" -}}
{{- if not $media.s3.bucket -}}
{{- fail "media.store is s3, but media.s3.bucket is not set: name a bucket that exists and is not public." -}}
{{- end -}}
{{- else if and (ne $media.accessMode "ReadWriteMany") (gt (include "tianbo.pods" . | int) 1) -}}
{{- fail (printf "media.store is a folder and media.accessMode is %s, but there may be %s pods, and each must see every recording. Use media.store=s3, or media.accessMode=ReadWriteMany, or one pod only (web.replicas=1 and worker.replicas=0)." $media.accessMode (include "tianbo.pods" .)) -}}
{{- end -}}
{{- end -}}
