import "./old-browsers";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Provider } from "urql";
import { Router } from "wouter";
import { App } from "./app";
import { client } from "./api";
import { HOME } from "./home";
import "./style.css";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");
createRoot(root).render(
  <StrictMode>
    <Provider value={client}>
      <Router base={HOME}>
        <App />
      </Router>
    </Provider>
  </StrictMode>,
);
