import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { t } from "../texts";
import { Button } from "./parts";

/** A window over the page that takes the keyboard until it is closed; `side` lets it stand at the right as a drawer. */
export function Dialog({
  title,
  side = false,
  onClose,
  children,
}: {
  readonly title: string;
  readonly side?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className="overlay">
      <Modal className={side ? "drawer" : "window"}>
        <AriaDialog>
          <header>
            <Heading slot="title">{title}</Heading>
            <Button aria-label={t.common.close} className="quiet" onClick={onClose}>
              ✕
            </Button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
