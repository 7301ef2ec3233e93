"""``panel:`` in ``kiosk.yaml``: what opens the installer's screens, and what these say about the films."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from kiosk.config.models.base import Otherwise, Part, several
from kiosk.config.models.fields import Pin, PlainName

_ASIDE = Otherwise("It is left aside.")

Ids = Annotated[list[PlainName], BeforeValidator(several), _ASIDE]


class PanelPart(Part):
    """The installer's screens on the kiosk itself."""

    lacking: ClassVar[str] = "The panel stays closed."

    pin: Pin | None = Field(None, description="Made by `kiosk pin`; no pin, no panel")
    hidden: Ids = Field([], description="Ids of films that are not shown for now")
    order: Ids = Field([], description="Ids of films in their order on the screen; all others follow")
    main: Annotated[dict[PlainName, PlainName], _ASIDE] = Field(
        {}, description="Which excerpt of a film comes first: {film: excerpt}, by their ids"
    )
