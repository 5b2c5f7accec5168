"""The user's own preferences, and tokens for a name and password."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import ValidationError
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from netsot.api.context import context_for
from netsot.kernel import registry
from users.models import Token, UserConfig
from users.provisioning import provision


class ConfigView(APIView):
    """The preferences of the user who asks."""

    permission_classes = [IsAuthenticated]

    @extend_schema(responses={200: OpenApiTypes.OBJECT})
    def get(self, request: Any) -> Response:
        """All preferences, nested."""
        return Response(self._config(request).data)

    @extend_schema(request=OpenApiTypes.OBJECT, responses={200: OpenApiTypes.OBJECT})
    def patch(self, request: Any) -> Response:
        """Merge what is sent into the preferences."""
        if not isinstance(request.data, dict):
            raise ValidationError({"detail": _("Send the preferences as a dictionary.")})
        config = self._config(request)
        config.merge(request.data)
        config.save()
        return Response(config.data)

    def _config(self, request: Any) -> UserConfig:
        return UserConfig.objects.get_or_create(user=request.user)[0]


class Provision(serializers.Serializer):
    """A name and password, and what the token is to be."""

    username = serializers.CharField(max_length=150)
    password = serializers.CharField(write_only=True, trim_whitespace=False)
    version = serializers.ChoiceField(choices=[1, 2], required=False)
    description = serializers.CharField(max_length=200, required=False, allow_blank=True)
    expires = serializers.DateTimeField(required=False, allow_null=True)
    enabled = serializers.BooleanField(required=False)
    write_enabled = serializers.BooleanField(required=False)
    allowed_ips = serializers.ListField(child=serializers.CharField(), required=False, allow_null=True)


class ProvisionView(APIView):
    """Makes a token for whoever knows the name and password."""

    authentication_classes: list[Any] = []
    permission_classes = [AllowAny]

    @extend_schema(request=Provision, responses={201: OpenApiTypes.OBJECT})
    def post(self, request: Any) -> Response:
        """Make a token; its secret is shown in this answer only."""
        sent = Provision(data=request.data)
        sent.is_valid(raise_exception=True)
        data = dict(sent.validated_data)
        token = provision(data.pop("username"), data.pop("password"), data, request)
        request.user = token.user
        shown = registry.resource_for(Token).representation().of([token.pk], context_for(request))[0]
        return Response(shown | {"token": token.token}, status=status.HTTP_201_CREATED)
